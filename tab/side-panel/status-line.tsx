import { mergeClasses } from "@fluentui/react-components";
import { usePanelStyles } from "./panel.styles.ts";

/** A line that is told when it appears, and takes no room before. */
export function StatusLine({ children }: { readonly children: string | false }) {
  const styles = usePanelStyles();
  return (
    <div role="status" className={mergeClasses(children === false ? styles.hidden : styles.small)}>
      {children}
    </div>
  );
}
