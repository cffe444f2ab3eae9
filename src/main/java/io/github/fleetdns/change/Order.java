package io.github.fleetdns.change;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Which of some actions come before which others: a graph, whose paths are the order. What no path
 * connects may come in any order, and side by side.
 */
final class Order {
  private final List<List<Integer>> next;
  private final Map<Integer, BitSet> reached = new HashMap<>();

  Order(int size) {
    next = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      next.add(new ArrayList<>());
    }
  }

  /** A copy, to which more can be added. */
  Order copy() {
    Order copy = new Order(next.size());
    for (int i = 0; i < next.size(); i++) {
      copy.next.get(i).addAll(next.get(i));
    }
    return copy;
  }

  /** What comes right after one. */
  List<Integer> next(int node) {
    return next.get(node);
  }

  int size() {
    return next.size();
  }

  /** One comes before the other. */
  void add(int first, int then) {
    next.get(first).add(then);
    reached.clear();
  }

  /** Whether one comes before the other, whatever the order of the rest. */
  boolean isBefore(int first, int then) {
    return reached.computeIfAbsent(first, this::reach).get(then);
  }

  private BitSet reach(int from) {
    BitSet seen = new BitSet(next.size());
    Deque<Integer> open = new ArrayDeque<>(next.get(from));
    while (!open.isEmpty()) {
      int node = open.pop();
      if (!seen.get(node)) {
        seen.set(node);
        open.addAll(next.get(node));
      }
    }
    return seen;
  }

  /**
   * An order that keeps to all of it, the smallest first where there is a choice; empty if it has a
   * circle.
   */
  Optional<List<Integer>> sorted() {
    int[] waits = new int[next.size()];
    next.forEach(list -> list.forEach(node -> waits[node]++));
    PriorityQueue<Integer> ready = new PriorityQueue<>();
    for (int i = 0; i < waits.length; i++) {
      if (waits[i] == 0) {
        ready.add(i);
      }
    }
    List<Integer> sorted = new ArrayList<>();
    while (!ready.isEmpty()) {
      int node = ready.poll();
      sorted.add(node);
      for (int then : next.get(node)) {
        if (--waits[then] == 0) {
          ready.add(then);
        }
      }
    }
    return sorted.size() == next.size() ? Optional.of(sorted) : Optional.empty();
  }
}
