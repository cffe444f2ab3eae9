import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.route53.ARecord;
import software.amazon.awscdk.services.route53.ARecordProps;
import software.amazon.awscdk.services.route53.PublicHostedZone;
import software.amazon.awscdk.services.route53.PublicHostedZoneProps;
import software.amazon.awscdk.services.route53.RecordTarget;

/** One zone and so many A records, as an AWS CDK app in Java has them: {@code Loop N OUT}. */
public final class Loop {
  private Loop() {}

  public static void main(String[] args) {
    int records = Integer.parseInt(args[0]);
    App app = new App(AppProps.builder().outdir(args[1]).build());
    // CloudFormation takes 500 resources in a stack.
    PublicHostedZone zone =
        new PublicHostedZone(
            new Stack(app, "zone"),
            "zone",
            PublicHostedZoneProps.builder().zoneName("ai.example.com").build());
    Stack stack = null;
    for (int i = 0; i < records; i++) {
      if (i % 490 == 0) {
        stack = new Stack(app, "records" + i / 490);
      }
      String name = String.format("s%05d", i);
      new ARecord(
          stack,
          name,
          ARecordProps.builder()
              .zone(zone)
              .recordName(name)
              .ttl(Duration.seconds(60))
              .target(
                  RecordTarget.fromIpAddresses(
                      "52." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255)))
              .build());
    }
    app.synth();
  }
}
