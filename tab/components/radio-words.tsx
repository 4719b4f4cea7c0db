import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

/** A radio's words in full ink. Fluent greys the unchosen ones, and grey reads as not allowed. */
export function RadioWords({ children }: { readonly children: ReactNode }) {
  return <span className={useStyles().words}>{children}</span>;
}

const useStyles = makeStyles({ words: { color: tokens.colorNeutralForeground1 } });
