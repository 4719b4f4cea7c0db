import type { ReactNode } from "react";
import { panelMessages } from "../../shared/content/panel-messages.ts";
import type { SessionView } from "../../shared/contract/sessions.ts";
import type { Problem } from "../api-client.ts";
import { useLocale } from "../app-context.tsx";
import { ProblemLine } from "../components/problem-line.tsx";
import type { Me } from "./me.ts";
import { usePanelStyles } from "./panel.styles.ts";
import type { SessionActs } from "./use-session.ts";

/** What lies one layer below a step, each behind one labelled control. */
export type Layer = "swap" | "questions" | "agreement" | "notes" | "parts" | "exercise";

/** What every step of the panel is given. */
export interface StepProps extends SessionActs {
  readonly session: SessionView;
  readonly me: Me;
  readonly onLayer: (layer: Layer) => void;
  /** The layer that was just left, whose control takes the focus back. */
  readonly from: Layer | null;
}

/** The shape of every step: what is read, and the pinned foot with its one button. */
export function Step({
  problem,
  foot,
  children,
}: {
  readonly problem: Problem | null;
  readonly foot: ReactNode;
  readonly children: ReactNode;
}) {
  const styles = usePanelStyles();
  const say = panelMessages(useLocale());
  return (
    <>
      {children}
      <div className={styles.foot}>
        <ProblemLine problem={problem && worded(problem, say.notReached)} />
        {foot}
      </div>
    </>
  );
}

/** Of a step nothing is lost when the network is away, so that has a sentence of its own here. */
export const worded = (problem: Problem, notReached: string): Problem =>
  problem.refusal === "offline" ? { ...problem, sentence: notReached } : problem;
