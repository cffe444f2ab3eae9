package io.github.fleetdns.zone;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The order in which every output lists the values of a record set: character by character, digits
 * that follow each other as one number. So 10.0.0.9 stands before 10.0.0.10, and an MX value of
 * preference 5 before one of 10.
 *
 * <p>To Route 53 and to Terraform the values are a set: the order in which they were written says
 * nothing and does not come back (docs/route53.md#terraform-set).
 */
public final class ValueOrder implements Comparator<String> {
  /** The only one. */
  public static final ValueOrder INSTANCE = new ValueOrder();

  private ValueOrder() {}

  /** The positions of the values, in the order of the values; equal values stay as they stand. */
  public static List<Integer> positions(List<String> values) {
    return IntStream.range(0, values.size())
        .boxed()
        .sorted(Comparator.comparing(values::get, INSTANCE))
        .toList();
  }

  @Override
  public int compare(String one, String other) {
    int i = 0;
    int j = 0;
    while (i < one.length() && j < other.length()) {
      if (isDigit(one.charAt(i)) && isDigit(other.charAt(j))) {
        int endOfOne = endOfNumber(one, i);
        int endOfOther = endOfNumber(other, j);
        int byNumber = number(one, i, endOfOne).compareTo(number(other, j, endOfOther));
        if (byNumber != 0) {
          return byNumber;
        }
        i = endOfOne;
        j = endOfOther;
      } else if (one.charAt(i) != other.charAt(j)) {
        return Character.compare(one.charAt(i), other.charAt(j));
      } else {
        i++;
        j++;
      }
    }
    int byLength = Integer.compare(one.length() - i, other.length() - j);
    // 01 and 1 are equal numbers and different values.
    return byLength != 0 ? byLength : one.compareTo(other);
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  private static int endOfNumber(String text, int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static BigInteger number(String text, int from, int to) {
    return new BigInteger(text.substring(from, to));
  }
}
