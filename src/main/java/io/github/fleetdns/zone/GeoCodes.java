package io.github.fleetdns.zone;

import io.github.fleetdns.zone.GeoPlace.Continent;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The countries and states that Route 53 has geolocation data for.
 *
 * <p>Source: Route 53 Developer Guide, "Values specific for geolocation records" ; the codes are
 * those of ISO 3166-1 and, for states, of the US Postal Service. Last looked at: 2026-11-23.
 */
public final class GeoCodes {
  private static final Map<String, Continent> CONTINENTS = new TreeMap<>();

  static {
    list(
        Continent.AFRICA,
        """
        AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML
        MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TG TN TZ UG YT ZA ZM ZW
        """);
    list(Continent.ANTARCTICA, "AQ GS TF");
    list(
        Continent.ASIA,
        """
        AE AF AM AZ BD BH BN BT CC CN GE HK ID IL IN IO IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM
        MN MO MV MY NP OM PH PK PS QA SA SG SY TH TJ TM TW UZ VN YE
        """);
    list(
        Continent.EUROPE,
        """
        AD AL AT AX BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI
        LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM TR UA VA XK
        """);
    list(
        Continent.NORTH_AMERICA,
        """
        AG AI AW BB BL BM BQ BS BZ CA CR CU CW DM DO GD GL GP GT HN HT JM KN KY LC MF MQ MS MX NI
        PA PM PR SV SX TC TT US VC VG VI
        """);
    list(
        Continent.OCEANIA,
        """
        AS AU CK FJ FM GU KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TL TO TV UM VU WF WS
        """);
    list(Continent.SOUTH_AMERICA, "AR BO BR CL CO EC FK GF GY PE PY SR UY VE");
  }

  private static final Set<String> WITHOUT_DATA = Set.of("BV", "CX", "EH", "HM");

  private static final Set<String> STATES =
      words(
          """
          AK AL AR AZ CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE
          NH NJ NM NV NY OH OK OR PA RI SC SD TN TX UT VA VT WA WI WV WY
          """);

  private static final Set<String> TERRITORIES = Set.of("AS", "GU", "MP", "PR", "UM", "VI");

  private GeoCodes() {}

  private static void list(Continent continent, String countries) {
    for (String country : words(countries)) {
      if (CONTINENTS.put(country, continent) != null) {
        throw new IllegalStateException(country + " is on two continents");
      }
    }
  }

  private static Set<String> words(String text) {
    return Set.of(text.trim().split("\\s+"));
  }

  /** The countries that geolocation can name, by code. */
  public static Set<String> countries() {
    return Collections.unmodifiableSet(CONTINENTS.keySet());
  }

  /** The fifty United States and the District of Columbia. */
  public static Set<String> states() {
    return STATES;
  }

  /**
   * The continent that Route 53 counts a country to; not always the one of other lists: Turkey,
   * Cyprus and Kosovo are in Europe, Georgia, Armenia and Azerbaijan in Asia, Timor-Leste in
   * Oceania.
   */
  public static Optional<Continent> continentOf(String country) {
    return Optional.ofNullable(CONTINENTS.get(country));
  }

  /** Whether geolocation can name this country. */
  public static boolean isCountry(String code) {
    return CONTINENTS.containsKey(code);
  }

  /** Whether it is a country that Route 53 refuses, for want of addresses in it. */
  public static boolean isWithoutData(String country) {
    return WITHOUT_DATA.contains(country);
  }

  /** Whether it is one of the fifty United States, or the District of Columbia. */
  public static boolean isState(String code) {
    return STATES.contains(code);
  }

  /** Whether it is a territory of the United States, which Route 53 lists as a country. */
  public static boolean isTerritory(String code) {
    return TERRITORIES.contains(code);
  }
}
