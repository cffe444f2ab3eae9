package io.github.fleetdns.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.Visibility;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ZoneTest {
  private static final Visibility.Vpc VPC = new Visibility.Vpc("vpc-0a1b2c3d", Optional.empty());
  private static final Visibility.Vpc OTHER = new Visibility.Vpc("vpc-1a1b2c3d", Optional.empty());

  private final Zone open = new Zone(DomainName.of("aiapp.example.com"), "", Map.of());
  private final Zone secluded = open.withVisibility(new Visibility.Private(List.of(VPC)));

  @Test
  void aPrivateZoneIsNeitherSignedNorLogged() {
    assertThatIllegalArgumentException().isThrownBy(secluded::withDnssec);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> secluded.withQueryLog(Zone.QueryLog.DEFAULT));
  }

  @Test
  void aPrivateZoneIsCreatedWithAVpcButFoundWithout() {
    Visibility nobody = new Visibility.Private(List.of());
    assertThatIllegalArgumentException().isThrownBy(() -> open.withVisibility(nobody));
    Zone existing = open.withSource(new Zone.Source.Existing(Optional.empty()));
    assertThat(existing.withVisibility(nobody).vpcs()).isEmpty();
  }

  @Test
  void aPrivateZoneHasNoDelegationSet() {
    Zone.Source set = new Zone.Source.Created(Optional.of("N0123456789"), false);
    assertThatIllegalArgumentException().isThrownBy(() -> secluded.withSource(set));
  }

  @Test
  void aPublicZoneIsNotShared() {
    Zone.Sharing sharing = new Zone.Sharing(List.of(VPC), List.of());
    assertThatIllegalArgumentException().isThrownBy(() -> open.withSharing(sharing));
  }

  @Test
  void anExistingZoneHasItsCommentAlready() {
    Zone existing = open.withSource(new Zone.Source.Existing(Optional.empty()));
    assertThatIllegalArgumentException().isThrownBy(() -> existing.withComment("ours"));
  }

  @Test
  void aPrivateZoneAnswersItsOwnAndItsAssociatedVpcs() {
    Zone shared =
        secluded.withSharing(
            new Zone.Sharing(
                List.of(OTHER), List.of(new Visibility.Vpc("vpc-2a1b2c3d", Optional.empty()))));
    assertThat(shared.vpcs()).containsExactly(VPC, OTHER);
    assertThat(open.vpcs()).isEmpty();
  }
}
