package io.github.fleetdns.answer;

/** What kind of answer it is. */
public enum Rcode {
  /** The name exists; without outcomes this is NODATA: it has no records of the type. */
  NOERROR,
  /** No record is at the name, and none below it. */
  NXDOMAIN,
  /** The name belongs to a delegated zone; the outcome has that zone's name servers. */
  REFERRAL
}
