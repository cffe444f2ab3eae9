import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.AppConfig;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.aws.provider.AwsProvider;
import com.hashicorp.cdktf.providers.aws.provider.AwsProviderConfig;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53Record;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordConfig;
import com.hashicorp.cdktf.providers.aws.route53_zone.Route53Zone;
import com.hashicorp.cdktf.providers.aws.route53_zone.Route53ZoneConfig;
import java.util.List;

/** One zone and so many A records, as a CDKTF app in Java has them: {@code Loop N OUT}. */
public final class Loop {
  private Loop() {}

  public static void main(String[] args) {
    int records = Integer.parseInt(args[0]);
    App app = new App(AppConfig.builder().outdir(args[1]).build());
    TerraformStack stack = new TerraformStack(app, "bench");
    new AwsProvider(stack, "aws", AwsProviderConfig.builder().region("us-east-1").build());
    Route53Zone zone =
        new Route53Zone(stack, "zone", Route53ZoneConfig.builder().name("ai.example.com").build());
    for (int i = 0; i < records; i++) {
      String name = String.format("s%05d", i);
      new Route53Record(
          stack,
          name,
          Route53RecordConfig.builder()
              .zoneId(zone.getZoneId())
              .name(name + ".ai.example.com")
              .type("A")
              .ttl(60)
              .records(List.of("52." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255)))
              .build());
    }
    app.synth();
  }
}
