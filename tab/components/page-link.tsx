import { Link } from "@fluentui/react-components";
import type { MouseEvent, ReactNode } from "react";
import { useApp } from "../app-context.tsx";
import type { Route } from "../hash-route.ts";

/** A link to another of the app's pages. Teams takes the person there where it can, so that its own tab is marked; else the address does. */
export function PageLink({
  page,
  className,
  children,
}: {
  readonly page: Route["page"];
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const { host } = useApp();
  const go = (event: MouseEvent) => {
    event.preventDefault();
    void host.goTo(page).then((isThere) => {
      if (!isThere) location.hash = `#/${page}`;
    });
  };
  return (
    <Link href={`#/${page}`} onClick={go} className={className}>
      {children}
    </Link>
  );
}
