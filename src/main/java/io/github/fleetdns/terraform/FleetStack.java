package io.github.fleetdns.terraform;

import com.hashicorp.cdktf.TerraformOutput;
import com.hashicorp.cdktf.TerraformOutputConfig;
import com.hashicorp.cdktf.TerraformStack;
import io.github.fleetdns.compile.CompiledZone;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Zone;
import java.util.Optional;
import software.constructs.Construct;

/**
 * A fleet as a stack of its own: backend, AWS provider, hosted zone, records, and the zone's name,
 * id and name servers as outputs.
 */
public class FleetStack extends TerraformStack {

  /**
   * Creates the stack, named after the fleet.
   *
   * @param scope the CDKTF app
   * @param fleet the fleet
   * @throws InvalidFleetException if Route 53 would refuse the zone
   */
  public FleetStack(Construct scope, Fleet fleet) {
    this(
        scope, ZoneResources.checked(fleet, warning -> {}), RecordWriter::choose, Optional.empty());
  }

  /** With records written in a way of the caller's choice, of a fleet that breaks no rule. */
  FleetStack(Construct scope, CompiledZone compiled, RecordWriter.Choice records) {
    this(scope, compiled, records, Optional.empty());
  }

  /**
   * With records written in a way of the caller's choice.
   *
   * @param compiled a fleet that breaks no rule
   * @param imports what exists already
   */
  FleetStack(
      Construct scope,
      CompiledZone compiled,
      RecordWriter.Choice records,
      Optional<Imports> imports) {
    super(scope, compiled.fleet().name());
    Fleet fleet = compiled.fleet();
    Backends.add(this, fleet);
    AwsProviders.add(this, fleet.provider());
    ZoneHandle zone =
        ZoneResources.create(
            this,
            compiled,
            new StackProviders(this, fleet.provider()),
            records,
            imports.isPresent());
    imports.ifPresent(existing -> takeOver(existing, compiled));
    output(fleet, "zone_name", "The name of the hosted zone", zone.name());
    output(fleet, "zone_id", "The id of the hosted zone", zone.zoneId());
    output(
        fleet,
        "name_servers",
        "The servers that the parent zone or the registrar must delegate to",
        zone.nameServers());
    zone.dsRecord()
        .ifPresent(
            record ->
                output(
                    fleet,
                    "ds_record",
                    "The DS record that the parent zone must have for DNSSEC",
                    record));
  }

  /** Terraform takes over what exists, as it is. */
  private void takeOver(Imports imports, CompiledZone compiled) {
    boolean created = compiled.fleet().zone().source() instanceof Zone.Source.Created;
    addOverride("import", imports.blocks(compiled.zone(), created));
    if (created && imports.comment().filter(String::isEmpty).isPresent()) {
      // Without a comment the provider writes one of its own.
      addOverride("resource.aws_route53_zone." + ResourceNames.ZONE + ".comment", "");
    }
  }

  private void output(Fleet fleet, String suffix, String description, Object value) {
    new TerraformOutput(
        this,
        fleet.name().replace('-', '_') + "_" + suffix,
        TerraformOutputConfig.builder().description(description).value(value).build());
  }
}
