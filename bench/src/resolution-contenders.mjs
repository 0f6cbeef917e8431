// Who puts plugins into an order in which each comes after what it needs. Everyone is given the same rows, and builds its
// graph of them within what is measured; floe knows the plugins from a source, as it does once it discovered them.
import { alg, Graph } from "@dagrejs/graphlib";
import { Sorter } from "@hapi/topo";
import { DepGraph } from "dependency-graph";
import { PluginRegistry, staticSource } from "floe-core";
import graphology from "graphology";
import graphologyDag from "graphology-dag";
import toposort from "toposort";
import { graphs } from "./graphs.mjs";

/** @typedef {import("./graphs.mjs").Row} Row */
/** @typedef {{ shape: string, size: number, bare?: boolean }} Case */

const GROUP = "floe.computes";

/**
 * Named by whole keys, as floe's plugins are, or by bare names; sorted by name, as lists of packages are.
 *
 * @param {Case} theCase @returns {Row[]}
 */
function rowsOf({ shape, size, bare = false }) {
  const named = (/** @type {string} */ name) => (bare ? name : `${GROUP}:${name}`);
  const rows = graphs[shape](size).map(({ name, needs }) => ({ name: named(name), needs: needs.map(named) }));
  rows.sort((a, b) => (a.name < b.name ? -1 : 1));
  // Through JSON, as manifests come: every mention of a name is a string of its own.
  return JSON.parse(JSON.stringify(rows));
}

/** How many stand after all they need; worked out when the answer is printed, which is not measured. @param {Row[]} rows @param {readonly string[]} order */
function answer(rows, order) {
  return {
    toJSON() {
      const place = new Map(order.map((name, index) => [name, index]));
      const stands = ({ name, needs }) => needs.every((need) => place.get(need) < place.get(name));
      return place.size === order.length ? rows.filter((row) => place.has(row.name) && stands(row)).length : -1;
    },
  };
}

/** @param {(rows: Row[]) => readonly string[]} sort */
const sorting = (sort) => (/** @type {Case} */ theCase) => {
  const rows = rowsOf(theCase);
  return () => answer(rows, sort(rows));
};

/** @type {Record<string, (theCase: Case) => () => unknown>} */
export const contenders = {
  floe(theCase) {
    const rows = rowsOf(theCase);
    const load = () => class {};
    const bareName = (/** @type {string} */ name) => name.slice(name.indexOf(":") + 1);
    const plugins = Object.fromEntries(rows.map(({ name, needs }) => [bareName(name), { load, dependencies: needs }]));
    const registry = new PluginRegistry({ sources: [staticSource({ [GROUP]: plugins })] });
    registry.discoverAll();
    const named = (/** @type {readonly string[]} */ order) => (theCase.bare ? order.map(bareName) : order);
    return () => {
      const { order } = registry.resolve();
      return { toJSON: () => answer(rows, named(order)).toJSON() };
    };
  },

  Kahn: sorting(kahn),

  toposort: sorting((rows) =>
    toposort.array(rows.map(({ name }) => name), rows.flatMap(({ name, needs }) => needs.map((need) => [need, name]))),
  ),

  "graphology-dag": sorting((rows) => {
    const graph = new graphology.DirectedGraph();
    for (const { name } of rows) graph.addNode(name);
    for (const { name, needs } of rows) for (const need of needs) graph.addDirectedEdge(need, name);
    return graphologyDag.topologicalSort(graph);
  }),

  graphlib: sorting((rows) => {
    const graph = new Graph();
    for (const { name } of rows) graph.setNode(name);
    for (const { name, needs } of rows) for (const need of needs) graph.setEdge(need, name);
    return alg.topsort(graph);
  }),

  "dependency-graph": sorting((rows) => {
    const graph = new DepGraph();
    for (const { name } of rows) graph.addNode(name);
    for (const { name, needs } of rows) for (const need of needs) graph.addDependency(name, need);
    return graph.overallOrder();
  }),

  "@hapi/topo": sorting((rows) => {
    const sorter = new Sorter();
    for (const { name, needs } of rows) sorter.add(name, { group: name, after: needs, manual: true });
    return sorter.sort();
  }),
};

/** The least code that could do it: Kahn's algorithm over one map and typed arrays. @param {Row[]} rows */
function kahn(rows) {
  const numbers = new Map();
  let edges = 0;
  for (const { name, needs } of rows) {
    numbers.set(name, numbers.size);
    edges += needs.length;
  }
  const size = rows.length;
  const waiting = new Int32Array(size);
  const needed = new Int32Array(edges);
  // Where the dependents of each number start; one further on while they are being dealt out.
  const firstDependent = new Int32Array(size + 2);
  let edge = 0;
  for (let id = 0; id < size; id += 1) {
    const { needs } = rows[id];
    waiting[id] = needs.length;
    for (const need of needs) {
      const target = numbers.get(need);
      needed[edge++] = target;
      firstDependent[target + 2] += 1;
    }
  }
  for (let id = 2; id < size + 2; id += 1) firstDependent[id] += firstDependent[id - 1];
  const dependents = new Int32Array(edges);
  edge = 0;
  for (let id = 0; id < size; id += 1) {
    for (let left = waiting[id]; left > 0; left -= 1) dependents[firstDependent[needed[edge++] + 1]++] = id;
  }
  const queue = new Int32Array(size);
  let met = 0;
  for (let id = 0; id < size; id += 1) if (waiting[id] === 0) queue[met++] = id;
  for (let next = 0; next < met; next += 1) {
    const id = queue[next];
    for (let at = firstDependent[id]; at < firstDependent[id + 1]; at += 1) {
      if (--waiting[dependents[at]] === 0) queue[met++] = dependents[at];
    }
  }
  return Array.from(queue.subarray(0, met), (id) => rows[id].name);
}
