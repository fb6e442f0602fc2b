// Modules without types that the program in `tests/hosts/react` imports: the parts that it uses.

declare module "claim-panel/react" {
  export const ClaimPanel: typeof import("../../www/package/react.js").ClaimPanel;
}

declare module "react-dom/client" {
  type Root = { render(node: import("react").ReactNode): void };
  export function createRoot(container: Element): Root;
  export function hydrateRoot(container: Element | Document, node: import("react").ReactNode): Root;
}

declare module "react-dom/server" {
  type Streamed = { pipe(response: import("node:http").ServerResponse): void };
  export function renderToString(node: import("react").ReactNode): string;
  export function renderToPipeableStream(
    node: import("react").ReactNode,
    options: { bootstrapModules: string[]; bootstrapScriptContent: string; onShellReady: () => void },
  ): Streamed;
}
