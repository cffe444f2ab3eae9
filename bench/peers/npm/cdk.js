// One zone and so many A records, as an AWS CDK app has them: node cdk.js N OUT [validate].
// With "validate" the CDK checks the templates that it has written, as it does by default.
'use strict';
const { App, Duration, Stack } = require('aws-cdk-lib');
const { ARecord, PublicHostedZone, RecordTarget } = require('aws-cdk-lib/aws-route53');
const [, , count, out, validate] = process.argv;

const app = new App({ outdir: out, builtinCloudFormationValidation: validate === 'validate' });
const zone = new PublicHostedZone(new Stack(app, 'zone'), 'zone', { zoneName: 'ai.example.com' });
let stack;
for (let i = 0; i < Number(count); i++) {
  // CloudFormation takes 500 resources in a stack.
  if (i % 490 === 0) {
    stack = new Stack(app, 'records' + i / 490);
  }
  const name = 's' + String(i).padStart(5, '0');
  new ARecord(stack, name, {
    zone,
    recordName: name,
    ttl: Duration.seconds(60),
    target: RecordTarget.fromIpAddresses(`52.${i >> 16}.${(i >> 8) & 255}.${i & 255}`),
  });
}
app.synth();
