import { Button } from "@fluentui/react-components";
import type { MouseEvent } from "react";
import { usePanelStyles } from "./panel.styles.ts";

/** The panel's one pinned button. A double click counts once: its second half would land on the step that follows. */
export function PrimaryButton({
  isBusy,
  onPress,
  children,
}: {
  readonly isBusy: boolean;
  readonly onPress: () => void;
  readonly children: string;
}) {
  const styles = usePanelStyles();
  const press = ({ detail }: MouseEvent) => {
    if (detail < 2) onPress();
  };
  return (
    <Button appearance="primary" data-primary="" className={styles.primary} disabledFocusable={isBusy} onClick={press}>
      {children}
    </Button>
  );
}
