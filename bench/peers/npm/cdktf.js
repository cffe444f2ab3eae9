// One zone and so many A records, as tsc leaves a CDKTF app in TypeScript:
// node cdktf.js whole|deep N OUT. "whole" imports the provider by its name, as the documentation does;
// "deep" imports the modules that are used.
'use strict';
const { App, TerraformStack } = require('cdktf');
const [, , imported, count, out] = process.argv;

let AwsProvider, Route53Zone, Route53Record;
if (imported === 'whole') {
  const aws = require('@cdktf/provider-aws');
  ({ AwsProvider } = aws.provider);
  ({ Route53Zone } = aws.route53Zone);
  ({ Route53Record } = aws.route53Record);
} else {
  ({ AwsProvider } = require('@cdktf/provider-aws/lib/provider'));
  ({ Route53Zone } = require('@cdktf/provider-aws/lib/route53-zone'));
  ({ Route53Record } = require('@cdktf/provider-aws/lib/route53-record'));
}

const app = new App({ outdir: out });
const stack = new TerraformStack(app, 'bench');
new AwsProvider(stack, 'aws', { region: 'us-east-1' });
const zone = new Route53Zone(stack, 'zone', { name: 'ai.example.com' });
for (let i = 0; i < Number(count); i++) {
  const name = 's' + String(i).padStart(5, '0');
  new Route53Record(stack, name, {
    zoneId: zone.zoneId,
    name: name + '.ai.example.com',
    type: 'A',
    ttl: 60,
    records: [`52.${i >> 16}.${(i >> 8) & 255}.${i & 255}`],
  });
}
app.synth();
