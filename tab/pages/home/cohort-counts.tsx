import { Button, makeStyles, mergeClasses } from "@fluentui/react-components";
import { useState } from "react";
import { programmeMessages } from "../../../shared/content/tab-messages.ts";
import type { OverviewView } from "../../../shared/contract/cohorts.ts";
import { stages } from "../../../shared/domain/cohort.ts";
import { problemOf } from "../../api-client.ts";
import { useEveryViewMessages, useLocale } from "../../app-context.tsx";
import { CountTable } from "../../components/count-table.tsx";
import { Chevron } from "../../components/icons.tsx";
import { Loading } from "../../components/loading.tsx";
import { ProblemLine } from "../../components/problem-line.tsx";
import { useCohort, useQuietPairs } from "../../queries.ts";
import { usePageStyles } from "../../theme/page-styles.ts";

/** A cohort in counts; below the smallest cohort only what is safe to show, and a sentence saying so. */
export function CohortCounts({ cohortId }: { readonly cohortId: string }) {
  const cohort = useCohort(cohortId);
  if (cohort.data) return <Counts overview={cohort.data} />;
  return cohort.isError ? <ProblemLine problem={problemOf(cohort.error)} /> : <Loading />;
}

function Counts({ overview }: { readonly overview: OverviewView }) {
  const page = usePageStyles();
  const styles = useStyles();
  const say = programmeMessages(useLocale());
  const common = useEveryViewMessages();
  const { recent } = overview;
  const rows = [
    { what: say.pairs, count: overview.pairs },
    { what: say.sessionsHeld, count: overview.sessionsHeld },
    ...(recent
      ? [
          { what: say.met, count: recent.met },
          { what: say.quiet, count: recent.quiet },
          { what: say.paused, count: recent.paused },
        ]
      : []),
  ];
  return (
    <div className={styles.counts}>
      <CountTable caption={say.tableCaption(overview.name)} heads={[say.measure, say.count]} rows={rows} />
      {!recent && <p className={page.sentence}>{say.tooFew}</p>}
      {recent && <QuietPairs cohortId={overview.id} />}
      {recent && (
        <CountTable
          caption={say.stagesCaption}
          heads={[say.stage, say.pairsColumn]}
          rows={stages.map((stage) => ({ what: common.stages[stage], count: recent.stages[stage] ?? 0 }))}
        />
      )}
    </div>
  );
}

function QuietPairs({ cohortId }: { readonly cohortId: string }) {
  const page = usePageStyles();
  const styles = useStyles();
  const say = programmeMessages(useLocale());
  const [isShown, setShown] = useState(false);
  const quiet = useQuietPairs(cohortId, isShown);
  return (
    <div>
      <Button
        appearance="subtle"
        icon={<Chevron turn={isShown ? "up" : "down"} />}
        aria-expanded={isShown}
        className={styles.disclosure}
        onClick={() => setShown(!isShown)}
      >
        {say.whoIsQuiet}
      </Button>
      {isShown && (
        <div className={styles.quiet} role="status">
          {quiet.isPending && <Loading />}
          <ProblemLine problem={quiet.isError ? problemOf(quiet.error) : null} />
          {quiet.data?.length === 0 && <p className={page.sentence}>{say.noneQuiet}</p>}
          <ul className={mergeClasses(page.list, styles.names)}>
            {quiet.data?.map((names) => (
              <li key={names.join()}>{say.pair(names)}</li>
            ))}
          </ul>
          {quiet.data && quiet.data.length > 0 && <p className={page.small}>{say.quietNote}</p>}
        </div>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  counts: { display: "grid", rowGap: "24px" },
  disclosure: { marginLeft: "-12px" },
  quiet: { display: "grid", rowGap: "8px", paddingTop: "8px" },
  names: { fontSize: "14px", lineHeight: "22px" },
});
