package io.github.fleetdns.input;

import io.github.fleetdns.config.FleetFile;
import io.github.fleetdns.terraform.read.TerraformReader;
import java.util.Set;

/** Fleet files, in YAML or in JSON; text that is nothing else is taken for one. */
final class FleetFormat implements Format {
  private static final Set<String> KEYS =
      Set.of("fleet", "extends", "zone", "endpoints", "services");

  @Override
  public boolean recognises(Text text) {
    if (text.json().isPresent()) {
      TerraformReader.Document document = text.json().get();
      return document.kind() == TerraformReader.Kind.OTHER
          && document.content().keys().stream().anyMatch(KEYS::contains);
    }
    // YAML's flow style begins with a brace, too, and may have its keys in quotes.
    return !text.isNamedJson()
        && (!text.beginsWithQuotedKey()
            || FleetFile.parse(text.name(), text.content()).fleet().isPresent());
  }

  @Override
  public Input read(Text text) {
    return FleetInput.of(FleetFile.parse(text.name(), text.content()));
  }

  @Override
  public boolean isCalled(String fileName) {
    return fileName.equals("fleet.yaml");
  }
}
