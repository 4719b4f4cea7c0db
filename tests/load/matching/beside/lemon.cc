// Matches a graph by LEMON. In: vertices, edges, then ends and weight of each edge, as 32-bit numbers. Out: milliseconds, those of
// the processor, and the weight found.
#include <lemon/matching.h>
#include <lemon/smart_graph.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

int main(int count, char** words) {
  if (count != 3) return 2;
  std::FILE* file = std::fopen(words[1], "rb");
  std::int32_t sizes[2];
  if (!file || std::fread(sizes, 4, 2, file) != 2) return 1;
  std::vector<std::int32_t> rows(3 * static_cast<std::size_t>(sizes[1]));
  if (std::fread(rows.data(), 4, rows.size(), file) != rows.size()) return 1;
  std::fclose(file);
  double best = 1e18;
  double processor = 1e18;
  long long weight = 0;
  for (int runs = std::atoi(words[2]); runs > 0; runs--) {
    const auto start = std::chrono::steady_clock::now();
    const std::clock_t ticks = std::clock();
    lemon::SmartGraph graph;
    for (int v = 0; v < sizes[0]; v++) graph.addNode();
    lemon::SmartGraph::EdgeMap<long long> weights(graph);
    for (std::size_t at = 0; at < rows.size(); at += 3)
      weights[graph.addEdge(graph.nodeFromId(rows[at]), graph.nodeFromId(rows[at + 1]))] = rows[at + 2];
    lemon::MaxWeightedMatching<lemon::SmartGraph, lemon::SmartGraph::EdgeMap<long long>> matching(graph, weights);
    matching.run();
    weight = matching.matchingWeight();
    const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
    const double used = 1e3 * (std::clock() - ticks) / CLOCKS_PER_SEC;
    if (taken.count() < best) best = taken.count();
    if (used < processor) processor = used;
  }
  std::printf("%.3f %.3f %lld\n", best, processor, weight);
}
