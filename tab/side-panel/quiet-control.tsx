import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { usePanelStyles } from "./panel.styles.ts";

/** A control that waits quietly: an icon and its words, at least 40 px high. The second half of a double click is never meant for it. */
export function QuietControl({
  icon,
  isBusy = false,
  hasFocus = false,
  isPressed,
  name,
  onPress,
  children,
}: {
  readonly icon?: ReactElement;
  readonly isBusy?: boolean;
  /** Takes the focus when it appears: one has just come back from what it opens. */
  readonly hasFocus?: boolean;
  /** For what is on or off. */
  readonly isPressed?: boolean;
  /** What it is called in full, where its words are short; it holds them. */
  readonly name?: string;
  readonly onPress: () => void;
  readonly children: string;
}) {
  const styles = usePanelStyles();
  return (
    <Button
      appearance="subtle"
      {...(icon ? { icon } : {})}
      className={styles.control}
      disabledFocusable={isBusy}
      autoFocus={hasFocus}
      aria-pressed={isPressed}
      aria-label={name}
      onClick={({ detail }) => detail < 2 && onPress()}
    >
      {children}
    </Button>
  );
}
