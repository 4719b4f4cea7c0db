import { Field, Link, makeStyles, Select } from "@fluentui/react-components";
import { useState } from "react";
import { cohortBookingMessages } from "../../../shared/content/cohort-booking-messages.ts";
import { programmeMessages } from "../../../shared/content/tab-messages.ts";
import { problemOf } from "../../api-client.ts";
import { useLocale } from "../../app-context.tsx";
import { Loading } from "../../components/loading.tsx";
import { ProblemLine } from "../../components/problem-line.tsx";
import { useCohorts } from "../../queries.ts";
import { usePageStyles } from "../../theme/page-styles.ts";
import { CohortCounts } from "./cohort-counts.tsx";

/** How each cohort is going, in counts, for coordinators. */
export function RunProgramme() {
  const page = usePageStyles();
  const styles = useStyles();
  const locale = useLocale();
  const say = programmeMessages(locale);
  const cohorts = useCohorts();
  const [chosen, setChosen] = useState<string | null>(null);
  const cohort = cohorts.data?.find((one) => one.id === chosen) ?? cohorts.data?.[0];
  return (
    <section className={styles.section} aria-labelledby="programme">
      <h2 id="programme" className={page.section}>
        {say.title}
      </h2>
      <p className={page.sentence}>{say.promise}</p>
      {cohorts.isPending && <Loading />}
      <ProblemLine problem={cohorts.isError ? problemOf(cohorts.error) : null} />
      {cohorts.data?.length === 0 && <p className={page.sentence}>{say.noCohorts}</p>}
      {cohort && cohorts.data && cohorts.data.length > 1 && (
        <Field label={say.cohort} className={styles.choice}>
          <Select value={cohort.id} onChange={(_, { value }) => setChosen(value)}>
            {cohorts.data.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <div className={styles.apart}>
        {cohort && <Link href={`#/cohort-booking/${cohort.id}`}>{cohortBookingMessages(locale).open}</Link>}
        <Link href="#/prompt-editor">{say.promptLibrary}</Link>
      </div>
      {cohort && <CohortCounts key={cohort.id} cohortId={cohort.id} />}
    </section>
  );
}

const useStyles = makeStyles({
  section: { display: "grid", rowGap: "12px", marginTop: "36px", maxWidth: "592px" },
  choice: { maxWidth: "296px" },
  apart: { display: "flex", flexWrap: "wrap", gap: "4px 24px", marginBottom: "12px" },
});
