import type { Instance } from "./instances.ts";

/** What an instance is worth by another program, and how long that took. */
export interface Finding {
  readonly milliseconds: number;
  /** In milliseconds, too. */
  readonly processor: number;
  readonly weight: number;
}

/** Another program that can do the same. */
export interface Peer {
  readonly name: string;
  /** How many vertices and edges it can be asked for without waiting for minutes. */
  readonly upTo: { readonly n: number; readonly edges: number };
  readonly solve: (instance: Instance) => Promise<Finding>;
}

/** Whether it makes sense to ask. */
export const canSolve = ({ upTo }: Peer, { n, edges }: Instance): boolean => n <= upTo.n && edges.length <= upTo.edges;
