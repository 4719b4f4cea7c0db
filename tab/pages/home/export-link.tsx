import { Link } from "@fluentui/react-components";
import { checkInMessages } from "../../../shared/content/tab-messages.ts";
import type { PairHome } from "../../../shared/contract/home.ts";
import { problemOf } from "../../api-client.ts";
import { useLocale } from "../../app-context.tsx";
import { ProblemLine } from "../../components/problem-line.tsx";
import { Said } from "../../components/said.tsx";
import { usePageStyles } from "../../theme/page-styles.ts";
import { useExport } from "./check-in-queries.ts";
import { useHomeStyles } from "./home.styles.ts";

/** A file of the check-ins for calendars other than Outlook. Only where there is something to put into it. */
export function ExportLink({ pair }: { readonly pair: PairHome }) {
  const page = usePageStyles();
  const styles = useHomeStyles();
  const say = checkInMessages(useLocale());
  const file = useExport(pair);
  if (!pair.year.some(({ heldAt, bookedAt }) => heldAt ?? bookedAt)) return null;
  const save = () => file.mutate(undefined, { onSuccess: download });
  return (
    <div className={styles.foot}>
      <Link as="button" className={styles.quiet} onClick={save} disabledFocusable={file.isPending}>
        {say.exportFile}
      </Link>{" "}
      <span className={page.small}>{say.exportNote}</span>
      <ProblemLine problem={file.isError ? problemOf(file.error) : null} />
      <Said>{file.isSuccess ? say.exported : ""}</Said>
    </div>
  );
}

/** Hands the file to the browser, which keeps or opens it as the person has set. */
function download({ fileName, content }: { readonly fileName: string; readonly content: string }): void {
  const url = URL.createObjectURL(new Blob([content], { type: "text/calendar;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the address after this turn of events.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
