// Builds the Salesforce component for any browser: ../sidelight.js, and ../sidelight.css with what it needs of SLDS.
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import lwc from "@lwc/rollup-plugin";
import replace from "@rollup/plugin-replace";
import { minify } from "terser";
import { icons, platform } from "./modules.mjs";
import { design } from "./design.mjs";
import { sourcesHash } from "./sources.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const manifest = join(here, "..", "..", "..", "manifest");
const components = join(manifest, "salesforce", "force-app", "main", "default", "lwc");
const own = readdirSync(components, { withFileTypes: true }).filter((entry) => entry.isDirectory());

// what the base components' templates say of themselves; ours have none
const KNOWN_WARNINGS = ["LWC1137", "LWC1057", "CIRCULAR_DEPENDENCY"];

const banner = `/* Sidelight, GPL-3.0-or-later, with parts of others: NOTICE.md. Built from sources ${sourcesHash()}. */\n`;

const terser = {
  name: "terser",
  async renderChunk(code) {
    const { code: small } = await minify(code, { ecma: 2020, format: { comments: false } });
    return { code: `${banner}${small}\n`, map: null };
  },
};

export default {
  input: join(here, "mount.js"),
  output: {
    file: join(here, "..", "sidelight.js"),
    format: "iife",
    inlineDynamicImports: true,
    plugins: [terser],
  },
  plugins: [
    platform({ here, components, translations: join(manifest, "zendesk", "translations") }),
    icons(["chevrondown", "copy_to_clipboard"]),
    replace({
      preventAssignment: true,
      values: { "import.meta.env.SSR": "false", "process.env.NODE_ENV": JSON.stringify("production") },
    }),
    lwc({
      rootDir: here,
      modules: [
        ...own.map(({ name }) => ({ name: `c/${name}`, path: join(components, name, `${name}.js`) })),
        { npm: "lightning-base-components" },
      ],
    }),
    design({ here, components, banner }),
  ],
  onwarn(warning, warn) {
    if (!KNOWN_WARNINGS.some((code) => warning.code === code || warning.message.includes(code))) warn(warning);
  },
};
