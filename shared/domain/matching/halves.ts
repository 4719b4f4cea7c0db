import { none } from "./none.ts";

/**
 * The best matching where half a partnership counts: everyone has one partner, none, or two halves, and the halves form odd cycles.
 *
 * It is far easier to find than one of whole partnerships, as an odd cycle ends a search that would otherwise have to shrink it, and it is
 * nearly the answer: among thousands of people a few cycles are left to be made whole.
 */
export interface HalfIntegral {
  /** By vertex: its whole partner, or none. */
  readonly mate: Int32Array;
  /** By vertex: the next one around its odd cycle, or none. */
  readonly around: Int32Array;
  /** By vertex: its price, a multiple of 2 and not negative; 0 where there is neither a partner nor a cycle. */
  readonly price: Float64Array;
}

/** Whether a vertex has no partner although it costs something. */
export const wantsPartner = ({ mate, around, price }: HalfIntegral, v: number): boolean =>
  mate[v] === none && around[v] === none && (price[v] as number) > 0;

/** Takes a vertex out of its odd cycle. The others are an even number in a row, and pair up. */
export function openCycle({ mate, around }: HalfIntegral, v: number): void {
  let one = around[v] as number;
  around[v] = none;
  while (one !== v) {
    const other = around[one] as number;
    const next = around[other] as number;
    mate[one] = other;
    mate[other] = one;
    around[one] = none;
    around[other] = none;
    one = next;
  }
}
