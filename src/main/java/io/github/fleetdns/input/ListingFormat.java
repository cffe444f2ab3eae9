package io.github.fleetdns.input;

import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.terraform.read.TerraformReader;
import java.util.ArrayList;
import java.util.List;

/** What {@code aws route53 list-…} prints: the pages of a zone, and what belongs to them. */
final class ListingFormat implements Format {
  @Override
  public boolean recognises(Text text) {
    return text.json().filter(read -> read.kind() == TerraformReader.Kind.LISTING).isPresent();
  }

  @Override
  public Input read(Text text) {
    return readTogether(text.name(), List.of(text));
  }

  @Override
  public boolean belongsTogether() {
    return true;
  }

  @Override
  public Input readTogether(String folder, List<Text> texts) {
    List<Problem> problems = new ArrayList<>();
    List<TerraformReader.Document> documents = new ArrayList<>();
    for (Text text : texts) {
      problems.addAll(text.jsonProblems());
      text.json().ifPresent(documents::add);
    }
    return TerraformInput.of(folder, TerraformReader.listing(documents), problems);
  }
}
