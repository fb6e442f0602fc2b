import { defineConfig } from "astro/config";

// The development server of Astro 5 is Vite 6, which would move the script away from its WebAssembly.
export default defineConfig({
  vite: { optimizeDeps: { exclude: ["claim-panel"] } },
});
