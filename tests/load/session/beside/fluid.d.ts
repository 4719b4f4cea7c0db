/** What the bench uses of Fluid, which is not installed until it is needed. */
declare module "fluid-framework/legacy" {
  /** A map that all who share it change. */
  export interface FluidMap {
    readonly set: (key: string, value: unknown) => void;
    readonly once: (event: "valueChanged", listener: () => void) => void;
    readonly get: (key: string) => unknown;
  }
  export const SharedMap: unknown;
}

declare module "@fluidframework/tinylicious-client" {
  import type { FluidMap } from "fluid-framework/legacy";
  export interface Container {
    readonly initialObjects: { readonly state: FluidMap };
    readonly attach: () => Promise<string>;
    readonly dispose: () => void;
  }
  interface Schema {
    readonly initialObjects: { readonly state: unknown };
  }
  export class TinyliciousClient {
    constructor(options: {
      readonly connection: { readonly port: number };
      readonly logger: { readonly send: () => void };
    });
    createContainer(schema: Schema, compatibility: "2"): Promise<{ readonly container: Container }>;
    getContainer(id: string, schema: Schema, compatibility: "2"): Promise<{ readonly container: Container }>;
  }
}

/** The whole service starts when it is imported. */
declare module "tinylicious/dist/index.js";
