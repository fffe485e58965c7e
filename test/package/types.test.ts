import { spawnSync } from 'node:child_process';
import path from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp, type App } from './support/app.js';

/** The settings an app made by `npm create vite` has, as far as they concern types. */
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.ReactJSX,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
  strict: true,
  noEmit: true,
};

const DOM = `
import type { PortalAdmin } from 'psa-portal-admin';
import { GridRows } from 'psa-portal-admin/components';
import 'psa-portal-admin/components/taskfire';
import 'psa-portal-admin/vue';
import type { TemplateEvents } from './node_modules/psa-portal-admin/template-props.js';

/** Every event that an element names has a type. */
export const missing: never[] = [] as Exclude<TemplateEvents[keyof TemplateEvents], keyof HTMLElementEventMap>[];

declare const admin: PortalAdmin;
const settings = document.createElement('portal-company-settings');
settings.admin = admin;
settings.companyId = 174;
// @ts-expect-error: an id is a number
settings.companyId = '174';
settings.addEventListener('portal-settings-saved', ({ detail }) => detail.changed.length.toFixed());
// @ts-expect-error: the detail has no such field
settings.addEventListener('portal-settings-saved', ({ detail }) => detail.nothing);
document.querySelector('portal-taskfire')?.reload();
const rows = new GridRows<{ id: number; city: string }>({ key: ({ id }) => id, columns: [], locale: 'de' });
document.createElement('portal-data-grid').rows = rows;
`;

/** @param classes the framework's name of that attribute; the rest is the same in React and in Preact. */
const jsx = (head: string, classes: string): string => `${head}
import type { PortalAdmin } from 'psa-portal-admin';

export function Portal({ admin }: { admin: PortalAdmin }) {
  return (
    <>
      <portal-company-settings
        admin={admin}
        companyId={174}
        without-navigation
        ${classes}="settings"
        onportal-settings-saved={({ detail }) => detail.changed.length.toFixed()}
      />
      <portal-provider admin={admin} onportal-before-write={(event) => event.refuse('Not here.')}>
        <portal-company-page key="page" company-id="174" target="users" onportal-settings-saved={({ detail }) => detail.changed} />
      </portal-provider>
      {/* @ts-expect-error: an id is a number */}
      <portal-company-settings companyId="174" />
      {/* @ts-expect-error: no such property */}
      <portal-company-settings compnyId={174} />
      {/* @ts-expect-error: the detail has no such field */}
      <portal-company-settings onportal-settings-saved={({ detail }) => detail.nothing} />
      {/* @ts-expect-error: no such element */}
      <portal-company-setings />
    </>
  );
}
`;

const SVELTE = `
import 'psa-portal-admin/svelte';
import type { SvelteHTMLElements } from 'svelte/elements';

type Settings = SvelteHTMLElements['portal-company-settings'];
export const right: Settings = {
  companyId: 174,
  'onportal-settings-saved': ({ detail }) => void detail.changed.length.toFixed(),
};
// @ts-expect-error: an id is a number
export const wrong: Settings = { companyId: '174' };
// @ts-expect-error: no such property
export const unknown: Settings = { compnyId: 174 };
`;

const VUE = `<script setup lang="ts">
import type { PortalAdmin } from 'psa-portal-admin';

defineProps<{ admin: PortalAdmin }>();
</script>

<template>
  <portal-company-settings
    :admin="admin"
    :company-id="174"
    class="settings"
    @portal-settings-saved="({ detail }) => detail.changed.length.toFixed()"
  />
  <portal-provider :admin="admin" @portal-before-write="(event) => event.refuse('Not here.')" />
  <!-- @vue-expect-error: an id is a number -->
  <portal-company-settings :companyId="'174'" />
  <!-- @vue-expect-error: no such property -->
  <portal-company-settings :compny-id="174" />
  <!-- @vue-expect-error: the detail has no such field -->
  <portal-company-settings @portal-settings-saved="({ detail }) => detail.nothing" />
  <!-- @vue-expect-error: no such element -->
  <portal-company-setings />
</template>
`;

let app: App;

beforeAll(async () => {
  app = await createApp(
    {
      'dom.ts': DOM,
      'react.tsx': jsx("import 'psa-portal-admin/react';", 'className'),
      'preact.tsx': jsx("/** @jsxImportSource preact */\nimport 'psa-portal-admin/preact';", 'class'),
      'svelte.ts': SVELTE,
      'Portal.vue': VUE,
      'tsconfig.json': JSON.stringify({
        compilerOptions: {
          target: 'ES2022',
          module: 'ESNext',
          moduleResolution: 'bundler',
          lib: ['ES2022', 'DOM'],
          // As docs/embedding.md has it.
          types: ['psa-portal-admin/vue'],
          strict: true,
          noEmit: true,
          skipLibCheck: true,
        },
        vueCompilerOptions: { strictTemplates: true },
        files: ['Portal.vue'],
      }),
    },
    ['react', '@types/react', 'preact', 'svelte', 'vue'],
  );
});
afterAll(() => app.remove());

it('types right use and refuses wrong use: in the DOM, React, Preact and Svelte', () => {
  const files = ['dom.ts', 'react.tsx', 'preact.tsx', 'svelte.ts'].map((name) => app.file(name));
  const program = ts.createProgram(files, OPTIONS);
  expect(messages(program, program.getSourceFiles().filter(isOurs))).toEqual([]);
});

it('types right use and refuses wrong use in Vue templates', () => {
  const bin = path.resolve('node_modules/vue-tsc/bin/vue-tsc.js');
  const { status, stdout } = spawnSync(process.execPath, [bin, '-p', app.folder], { encoding: 'utf8' });
  expect(stdout).toBe('');
  expect(status).toBe(0);
});

/** The app's files and the package's own types, which an app with `skipLibCheck: false` checks as well. */
function isOurs({ fileName }: ts.SourceFile): boolean {
  return fileName.startsWith(app.folder);
}

function messages(program: ts.Program, files: readonly ts.SourceFile[]): string[] {
  return files
    .flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)])
    .map(({ file, start = 0, messageText }) => {
      const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start).line + 1;
      const where = path.relative(app.folder, file?.fileName ?? '');
      return `${where}:${line} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
    });
}
