import type { Home, PairHome } from "../../../shared/contract/home.ts";

/** What every part of Home about a pair is given: the pair, and who looks. */
export interface PairProps {
  readonly pair: PairHome;
  readonly person: Home["person"];
}

/** The same with a way to say that a change is kept. */
export interface ActProps extends PairProps {
  readonly onSaid: (sentence: string) => void;
}
