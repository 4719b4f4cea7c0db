import { Button, makeStyles } from "@fluentui/react-components";
import { usePanelStyles } from "../panel.styles.ts";

/** One thing that can be done, with a line of what it means above. */
export function OfferedAct({
  lead,
  words,
  isBusy,
  onPress,
}: {
  readonly lead: string;
  readonly words: string;
  readonly isBusy: boolean;
  readonly onPress: () => void;
}) {
  const styles = usePanelStyles();
  const own = useStyles();
  return (
    <div className={own.act}>
      <p className={styles.small}>{lead}</p>
      <Button className={own.button} disabledFocusable={isBusy} onClick={onPress}>
        {words}
      </Button>
    </div>
  );
}

const useStyles = makeStyles({
  act: { display: "grid", justifyItems: "start", rowGap: "2px", marginTop: "12px" },
  button: { minHeight: "40px", maxWidth: "100%" },
});
