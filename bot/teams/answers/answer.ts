import type { Wish } from "../planner/wish.ts";
import type { Reply } from "../reply.ts";
import type { Turn } from "../turn.ts";

/** Answers one kind of wish. */
export type Answer = (turn: Turn, wish: Wish) => Promise<Reply>;
