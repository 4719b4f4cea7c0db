import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const read = (file: string) => readFileSync(join(root, file), "utf8");
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? "");

const lifecycle = read("teamsapp.yml");
const bicepFiles = readdirSync(join(root, "infra")).filter((name) => name.endsWith(".bicep"));

/** What an operator sets before provisioning: the table in docs/OPERATIONS.md between its two marks. */
const operatorSettings = all(
  read("docs/OPERATIONS.md").split("<!-- environment file -->")[1] ?? "",
  /^\| `([A-Z_]+)` \|/gm,
);

describe("The toolkit's lifecycle", () => {
  it("[PACKAGE-3] names only files that exist, or that a step before has made", () => {
    const named = all(lifecycle, /^\s+(?:- )?(?:path|parameters|manifestPath|artifactFolder|ignoreFile): (\S+)$/gm);
    expect(named).toContain("./infra/azure.bicep");
    expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  it("packs before it uploads", () => {
    const made = new Set(all(lifecycle, /outputZipPath: (\S+)/g));
    const used = all(lifecycle, /appPackagePath: (\S+)/g);
    expect(used.filter((file) => !made.has(file))).toEqual([]);
  });

  it("runs only npm scripts that exist", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const run = all(lifecycle, /args: run (\S+)/g);
    expect(run).not.toEqual([]);
    expect(run.filter((name) => !(name in scripts))).toEqual([]);
  });

  it("fills every placeholder: from a step, from the deployment, or from what OPERATIONS.md asks the operator for", () => {
    const written = all(lifecycle, /^\s+\w+: ([A-Z][A-Z0-9_]+)$/gm);
    const deployed = all(read("infra/azure.bicep"), /^output ([A-Z_]+) /gm);
    const fromToolkit = ["TEAMSFX_ENV", "AAD_APP_ACCESS_AS_USER_PERMISSION_ID"];
    const known = new Set([...written, ...deployed, ...operatorSettings, ...fromToolkit]);
    const texts = [
      lifecycle,
      ...["appPackage/manifest.json", "infra/aad.manifest.json", "infra/azure.parameters.json"].map(read),
    ];
    const asked = texts.flatMap((text) => all(text, /\$\{\{(\w+)\}\}/g));
    expect(operatorSettings).not.toEqual([]);
    expect([...new Set(asked)].filter((name) => !known.has(name))).toEqual([]);
  });
});

describe("The Azure templates", () => {
  it("[PACKAGE-3] use modules that exist, and leave none unused", () => {
    const used = bicepFiles.flatMap((file) => all(read(`infra/${file}`), /^module \w+ '([^']+)'/gm));
    expect([...used, "azure.bicep"].toSorted()).toEqual(bicepFiles.toSorted());
  });

  it("get a value for every parameter without a default, and none that they don't have", () => {
    const template = read("infra/azure.bicep");
    const given = Object.keys((JSON.parse(read("infra/azure.parameters.json")) as { parameters: object }).parameters);
    const required = all(template, /^param (\w+) \w+$/gm);
    expect(given.toSorted()).toEqual(required.toSorted());
  });

  it("hand each module exactly the parameters that it has", () => {
    const template = read("infra/azure.bicep");
    const calls = [...template.matchAll(/^module \w+ '([^']+)' = \{[^}]*?params: \{\n([\s\S]*?)\n {2}\}/gm)];
    expect(calls).toHaveLength(bicepFiles.length - 1);
    for (const [, file, params] of calls) {
      expect(all(params ?? "", /^ {4}(\w+):/gm).toSorted(), file).toEqual(
        all(read(`infra/${file}`), /^param (\w+)/gm).toSorted(),
      );
    }
  });

  it("keep every secret behind @secure and out of the web app's own settings", () => {
    for (const file of bicepFiles) {
      const template = read(`infra/${file}`);
      const secrets = all(template, /^param (\w*(?:[Ss]ecret|[Pp]assword|[Kk]eys|Url)) string/gm);
      const secured = all(template, /@secure\(\)\nparam (\w+) string/g);
      expect(
        secrets.filter((name) => !secured.includes(name)),
        file,
      ).toEqual([]);
    }
    const settings = read("infra/web-app.bicep");
    for (const name of ["CLIENT_SECRET", "BOT_APP_PASSWORD", "DATABASE_URL", "DATABASE_OWNER_URL", "SEALING_KEYS"]) {
      expect(settings).toMatch(new RegExp(`^    ${name}: '@Microsoft\\.KeyVault\\(`, "m"));
    }
  });
});

describe("The web app's settings", () => {
  const ofAzure = ["WEBSITES_PORT", "SCM_DO_BUILD_DURING_DEPLOYMENT", "NODE_ENV"];
  const set = all(read("infra/web-app.bicep"), /^ {4}([A-Z_]+): '?/gm).filter((name) => !ofAzure.includes(name));
  const example = read(".env.example");

  it("are settings that .env.example explains", () => {
    expect(set.filter((name) => !new RegExp(`^(# )?${name}=`, "m").test(example))).toEqual([]);
  });

  it("cover every setting that a deployment has to give", () => {
    const withDefault = ["LOG_LEVEL", "DATABASE_SERVER_ROLE"];
    const asked = all(example, /^([A-Z_]+)=/gm).filter((name) => !withDefault.includes(name));
    expect(asked).not.toEqual([]);
    expect(asked.filter((name) => !set.includes(name))).toEqual([]);
  });
});

describe("The Entra application", () => {
  const application = JSON.parse(read("infra/aad.manifest.json"));

  it("issues version 2 tokens for access_as_user, and trusts Teams' two clients", () => {
    const { requestedAccessTokenVersion, oauth2PermissionScopes, preAuthorizedApplications } = application.api;
    expect(requestedAccessTokenVersion).toBe(2);
    expect(oauth2PermissionScopes.map((scope: { value: string }) => scope.value)).toEqual(["access_as_user"]);
    expect(preAuthorizedApplications.map((client: { appId: string }) => client.appId)).toEqual([
      "1fec8e78-bce4-4aaf-ab1b-5451cc387264",
      "5e3ce6c0-2b1f-4285-8d4b-75ee78787346",
    ]);
  });

  it("is known by the resource that the app manifest names", () => {
    const { webApplicationInfo } = JSON.parse(read("appPackage/manifest.json"));
    expect(application.identifierUris).toEqual([webApplicationInfo.resource]);
  });
});
