import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { ClosedNotebook, OpenBook, TwoVoices } from "./icons.tsx";

/** Who a piece of writing reaches: its author, the pair, or everyone in the programme. */
export type Reach = "author" | "pair" | "programme";

const icons: Readonly<Record<Reach, () => ReactNode>> = {
  author: ClosedNotebook,
  pair: TwoVoices,
  programme: OpenBook,
};

/** The icon of a reach, without words. */
export function ReachIcon({ reach }: { readonly reach: Reach }) {
  const Icon = icons[reach];
  return <Icon />;
}

/** Who will see this: stands beside every input and every kept word. */
export function AudienceLine({
  reach,
  id,
  children,
}: {
  readonly reach: Reach;
  /** For an input to point to with aria-describedby. */
  readonly id?: string;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <span className={styles.line} id={id}>
      <ReachIcon reach={reach} />
      <span>{children}</span>
    </span>
  );
}

const useStyles = makeStyles({
  line: {
    ...typographyStyles.caption1,
    display: "inline-flex",
    alignItems: "center",
    gap: "6px",
    color: tokens.colorNeutralForeground2,
  },
});
