package io.github.fleetdns.terraform;

import com.hashicorp.cdktf.providers.aws.route53_record.Route53Record;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/** Records as constructs, one for each. */
final class RecordConstructs implements RecordWriter {
  private final Construct scope;
  private final Map<String, Route53Record> added = new HashMap<>();

  RecordConstructs(Construct scope) {
    this.scope = scope;
  }

  @Override
  public String zoneId(ZoneHandle zone) {
    return zone.zoneId();
  }

  @Override
  public void add(
      String name,
      Route53RecordConfig.Builder config,
      List<String> dependsOn,
      Map<String, Object> more) {
    if (!dependsOn.isEmpty()) {
      config.dependsOn(dependsOn.stream().map(added::get).toList());
    }
    Route53Record resource = new Route53Record(scope, name, config.build());
    more.forEach(resource::addOverride);
    added.put(name, resource);
  }

  @Override
  public void finish() {
    added.clear();
  }
}
