import { makeStyles } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { useEveryViewMessages } from "../app-context.tsx";
import { Spinner } from "./spinner.tsx";

const patience = 300;

/** Nothing for 300 ms, then a quiet spinner with words. */
export function Loading({ words }: { readonly words?: string }) {
  const styles = useStyles();
  const say = useEveryViewMessages();
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), patience);
    return () => clearTimeout(timer);
  }, []);
  return <div className={styles.room}>{isSlow && <Spinner label={words ?? say.loading} />}</div>;
}

const useStyles = makeStyles({
  room: {
    minHeight: "64px",
    padding: "24px 16px",
    display: "flex",
    justifyContent: "flex-start",
    alignItems: "flex-start",
  },
});
