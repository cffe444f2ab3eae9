package io.github.fleetdns.change;

import io.github.fleetdns.zone.AddressBlock;
import java.util.List;

/** One of the steps that lead from one zone to the other without a refusal. */
public sealed interface Step {

  /** What a visitor makes of this kind of step. */
  <T> T accept(Visitor<T> visitor);

  /** Whether Terraform does it, rather than the AWS CLI. */
  default boolean isTerraforms() {
    return true;
  }

  /**
   * What is made of a step, for every kind there is.
   *
   * @param <T> what is made of it
   */
  interface Visitor<T> {
    /** A resource gets another address. */
    T move(Move step);

    /** Some resources are applied. */
    T targets(Targets step);

    /** A stack is applied. */
    T rest(Rest step);

    /** The record sets of a name are exchanged at once. */
    T inOneBatch(InOneBatch step);

    /** A resource is not made anew. */
    T keep(Keep step);

    /** Address blocks change their location at once. */
    T blocks(Blocks step);
  }

  /**
   * A resource gets another address in the state, so that it becomes what the configuration has
   * there: {@code terraform state mv}. In another stack, the one forgets it and the other imports
   * it.
   */
  record Move(String fromStack, String from, String toStack, String to) implements Step {
    /** Whether it goes from one stack to another. */
    public boolean isHandOver() {
      return !fromStack.equals(toStack);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.move(this);
    }
  }

  /** Some resources are applied, and what they refer to: {@code terraform apply -target}. */
  record Targets(String stack, List<String> addresses) implements Step {
    /** Copies the list. */
    public Targets {
      addresses = List.copyOf(addresses);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.targets(this);
    }
  }

  /** The rest of a stack is applied: {@code terraform apply}. */
  record Rest(String stack) implements Step {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.rest(this);
    }
  }

  /**
   * The record sets of a name are exchanged in one batch of the API; resources whose record sets
   * come are imported, those whose record sets go are forgotten.
   *
   * @param batch the batch
   */
  record InOneBatch(Batch batch) implements Step {
    @Override
    public boolean isTerraforms() {
      return false;
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.inOneBatch(this);
    }
  }

  /** A resource that a plan makes anew for no reason of the configuration's stays as it is. */
  record Keep(String stack, String address) implements Step {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.keep(this);
    }
  }

  /** Address blocks go from location to location of a CIDR collection in one call of the API. */
  record Blocks(String stack, String collection, List<InLocation> changes) implements Step {
    /** Copies the list. */
    public Blocks {
      changes = List.copyOf(changes);
    }

    @Override
    public boolean isTerraforms() {
      return false;
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.blocks(this);
    }
  }

  /** Blocks that come to a location of a CIDR collection, or leave it. */
  record InLocation(String location, boolean isPut, List<AddressBlock> blocks) {
    /** Copies the list. */
    public InLocation {
      blocks = List.copyOf(blocks);
    }
  }
}
