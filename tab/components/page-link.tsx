import { Link } from "@fluentui/react-components";
import type { MouseEvent, ReactNode } from "react";
import { useApp } from "../app-context.tsx";
import type { Route } from "../hash-route.ts";

/** The pages that Teams has tabs for, by the ids that the manifest gives them. */
const pageIds = { home: "home", journal: "journal", about: "about-counterpoint" } as const satisfies Partial<
  Record<Route["page"], string>
>;

/** A link to another of the app's pages. Teams takes the person there where it can, so that its own tab is marked; else the address does. */
export function PageLink({
  page,
  part,
  isInline = false,
  className,
  children,
}: {
  readonly page: keyof typeof pageIds;
  /** What to show in it. */
  readonly part?: string;
  /** Inside a sentence a link is underlined. */
  readonly isInline?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const { host } = useApp();
  const hash = part ? `#/${page}/${part}` : `#/${page}`;
  const go = (event: MouseEvent) => {
    event.preventDefault();
    void host.goTo(pageIds[page], part).then((isThere) => {
      if (!isThere) location.hash = hash;
    });
  };
  return (
    <Link inline={isInline} href={hash} onClick={go} className={className}>
      {children}
    </Link>
  );
}
