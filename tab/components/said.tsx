import { usePageStyles } from "../theme/page-styles.ts";

/** One sentence for screen readers about what just happened; the page shows it in its own way. */
export function Said({ children }: { readonly children: string }) {
  const styles = usePageStyles();
  return (
    <div role="status" className={styles.hidden}>
      {children}
    </div>
  );
}
