/** An app as `npm create vite` begins one, with our element in it. */
export interface FreshApp {
  readonly name: 'React' | 'Vue';
  /** @param service where the portal service is. */
  readonly files: (service: string, companyId: number) => Readonly<Record<string, string>>;
  /** A file in which only what is marked is wrong. */
  readonly wrong: Readonly<Record<string, string>>;
  /** Below node_modules. */
  readonly compiler: string;
  /** What the compiler says of the wrong file, error by error, and of nothing else. */
  readonly errors: readonly RegExp[];
}

const page = (script: string): string => `<!doctype html>
<html lang="en">
  <head><meta charset="UTF-8" /><title>App</title></head>
  <body>
    <div id="root"></div>
    <script type="module" src="/src/${script}"></script>
  </body>
</html>
`;

/** What the templates of `create-vite` say, plus our types. */
const config = (types: string, more: object): string =>
  JSON.stringify({
    compilerOptions: {
      ...{ target: 'es2023', lib: ['ES2023', 'DOM'], module: 'esnext', moduleResolution: 'bundler' },
      ...{ types: ['vite/client', types], skipLibCheck: true, strict: true, noEmit: true },
      ...{ allowImportingTsExtensions: true, verbatimModuleSyntax: true, moduleDetection: 'force' },
      ...{ noUnusedLocals: true, noUnusedParameters: true, erasableSyntaxOnly: true },
      ...{ noFallthroughCasesInSwitch: true, noUncheckedSideEffectImports: true },
      ...more,
    },
    include: ['src'],
  });

const portal = (service: string): string => `
import { portalService } from 'psa-portal-admin';
export const admin = portalService({ baseUrl: '${service}', getToken: () => 'sandbox-portal-token' });
`;

const react: FreshApp = {
  name: 'React',
  files: (service, companyId) => ({
    'index.html': page('main.tsx'),
    'tsconfig.json': config('psa-portal-admin/react', { jsx: 'react-jsx' }),
    'vite.config.ts': `
import { defineConfig } from 'vite'
import react from '@vitejs/plugin-react'
export default defineConfig({ plugins: [react()] })
`,
    'src/portal.ts': portal(service),
    'src/main.tsx': `
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import App from './App.tsx'
createRoot(document.getElementById('root')!).render(<StrictMode><App /></StrictMode>)
`,
    'src/App.tsx': `
import 'psa-portal-admin/components/company-settings'
import { admin } from './portal.ts'
export default function App() {
  return (
    <portal-company-settings
      admin={admin}
      companyId={${companyId}}
      onportal-settings-saved={(event) => console.log(event.detail.companyId.toFixed())}
    />
  )
}
`,
  }),
  wrong: {
    'src/Wrong.tsx': `
export const name = <portal-company-settings companyID={174} />
export const type = <portal-company-settings companyId="many" />
export const event = <portal-company-settings onportal-settings-saved={(event) => event.detail.company} />
`,
  },
  compiler: 'typescript/bin/tsc',
  errors: [
    /^src\/Wrong\.tsx\(2,\d+\): error TS2322: .*'companyID' does not exist/s,
    /^src\/Wrong\.tsx\(3,\d+\): error TS2322: Type 'string' is not assignable to type 'number'/,
    /^src\/Wrong\.tsx\(4,\d+\): error TS2551: Property 'company' does not exist .*'companyId'/,
  ],
};

const vue: FreshApp = {
  name: 'Vue',
  files: (service, companyId) => ({
    'index.html': page('main.ts'),
    'tsconfig.json': config('psa-portal-admin/vue', {}),
    'vite.config.ts': `
import { defineConfig } from 'vite'
import vue from '@vitejs/plugin-vue'
export default defineConfig({
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('portal-') } } })],
})
`,
    'src/portal.ts': portal(service),
    'src/main.ts': `
import { createApp } from 'vue'
import App from './App.vue'
createApp(App).mount('#root')
`,
    'src/App.vue': `
<script setup lang="ts">
import 'psa-portal-admin/components/company-settings'
import { admin } from './portal.ts'
</script>

<template>
  <portal-company-settings
    :admin="admin"
    :company-id="${companyId}"
    @portal-settings-saved="(event) => console.log(event.detail.companyId.toFixed())"
  />
</template>
`,
  }),
  wrong: {
    'src/Wrong.vue': `
<template>
  <portal-company-settings :admin="174" />
  <portal-company-settings @portal-settings-saved="(event) => event.detail.company" />
</template>
`,
  },
  compiler: 'vue-tsc/bin/vue-tsc.js',
  errors: [
    /^src\/Wrong\.vue\(3,\d+\): error TS2322: Type 'number' is not assignable to type 'PortalAdmin/,
    /^src\/Wrong\.vue\(4,\d+\): error TS2551: Property 'company' does not exist .*'companyId'/,
  ],
};

export const FRESH_APPS: readonly FreshApp[] = [react, vue];
