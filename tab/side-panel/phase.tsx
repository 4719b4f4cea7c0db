import type { ReactNode } from "react";
import { panelMessages } from "../../shared/content/tab-messages.ts";
import type { SessionView } from "../../shared/contract/sessions.ts";
import type { Problem } from "../api-client.ts";
import { useLocale } from "../app-context.tsx";
import { ProblemLine } from "../components/problem-line.tsx";
import { usePanelStyles } from "./panel.styles.ts";
import type { SessionActs } from "./use-session.ts";

/** What every phase of the panel is given. */
export interface PhaseProps extends SessionActs {
  readonly session: SessionView;
}

/** The shape of every phase: a line on top, what scrolls, and the one button that doesn't. */
export function Phase({
  header,
  aside,
  problem,
  foot,
  children,
}: {
  readonly header: string;
  readonly aside?: string;
  readonly problem: PhaseProps["problem"];
  readonly foot: ReactNode;
  readonly children: ReactNode;
}) {
  const styles = usePanelStyles();
  const say = panelMessages(useLocale());
  return (
    <>
      <div className={styles.body}>
        <div className={styles.header}>
          <span className={styles.headerName}>{header}</span>
          {aside && <span className={styles.aside}>{aside}</span>}
        </div>
        {children}
      </div>
      <div className={styles.foot}>
        <ProblemLine problem={problem && worded(problem, say.notReached)} />
        {foot}
      </div>
    </>
  );
}

/** Nothing is written in a turn, so a lost network has a sentence of its own here. */
export const worded = (problem: Problem, notReached: string): Problem =>
  problem.refusal === "offline" ? { ...problem, sentence: notReached } : problem;
