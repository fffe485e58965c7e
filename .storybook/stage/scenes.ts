import type { StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { MemoryClient, MemoryClientOptions } from '../../src/clients/memory/index.js';
import { backendOf, type BackendArgs } from './backend.js';
import { found } from './hands.js';
import type { Surroundings } from './surroundings.js';

/** What a story says of how it is shown. */
interface Shown extends Pick<StoryObj, 'parameters'> {
  readonly globals?: Partial<Surroundings>;
}

/** A story that tests can play as well as Storybook. */
export interface PlayedStory<Args> extends Shown {
  readonly args: Partial<Args>;
  /** What a caller leaves out is as the story has it. */
  readonly render: (args?: Partial<Args>) => TemplateResult;
  readonly play: (context: { readonly canvasElement: HTMLElement }) => Promise<void>;
}

/** The element while its story plays, and what it was given. */
export interface Stage<E extends HTMLElement, World> {
  readonly element: E;
  readonly world: World;
}

export interface PlayedScene<E extends HTMLElement, Args, World> extends Shown {
  readonly args?: Partial<Args>;
  /** What the admin does once the element is ready. */
  readonly act?: (stage: Stage<E, World>) => Promise<void>;
}

export interface Play<E extends HTMLElement, Args, World> {
  /** The element's name. */
  readonly tag: string;
  /** What the controls of the element's stories start from. */
  readonly args: Args;
  /** What is waited for inside the element before the admin acts. */
  readonly ready?: string;
  /** What the element is given, such as its backend. Made anew when the story begins or `madeOf` changes. */
  readonly world: (args: Args) => World;
  /** The controls that `world` depends on: others change the element as it stands. */
  readonly madeOf: (args: Args) => unknown;
  readonly template: (args: Args, world: World) => TemplateResult;
  readonly scene: PlayedScene<E, Args, World>;
}

/** Makes a story of an element, what it is given, and what the admin does with it. */
export function playedStory<E extends HTMLElement, Args, World>(
  play: Play<E, Args, World>,
): PlayedStory<Args> {
  const { act, args = {}, ...shown } = play.scene;
  const usual = { ...play.args, ...args };
  let stage: Element | undefined;
  let world: World | undefined;
  let madeOf: string | undefined;
  const keep = (element: Element | undefined): void => {
    stage = element;
  };
  return {
    ...shown,
    args,
    render: (chosen) => {
      const given = { ...usual, ...chosen };
      const wanted = JSON.stringify(play.madeOf(given));
      if (world === undefined || madeOf !== wanted || stage?.isConnected !== true) world = play.world(given);
      madeOf = wanted;
      return html`<div ${ref(keep)}>${play.template(given, world)}</div>`;
    },
    play: async ({ canvasElement }) => {
      if (act === undefined || world === undefined) return;
      const element = await found<E>(canvasElement, play.tag);
      if (play.ready !== undefined) await found(element, play.ready);
      await act({ element, world });
    },
  };
}

/** A story of an element that needs a `PortalAdmin` and nothing else. */
export interface AdminScene<E extends HTMLElement, Args> extends PlayedScene<E, Args, MemoryClient> {
  /** The backend, apart from what the controls set. */
  readonly backend?: MemoryClientOptions;
  /** What goes wrong after the story has begun. */
  readonly prepare?: (admin: MemoryClient) => void;
}

/** Makes the stories of such an element. */
export function adminScenes<E extends HTMLElement, Args extends BackendArgs>(
  play: Pick<Play<E, Args, MemoryClient>, 'tag' | 'args' | 'ready' | 'template'>,
): (scene?: AdminScene<E, Args>) => PlayedStory<Args> {
  return ({ backend, prepare, ...scene } = {}) =>
    playedStory({
      ...play,
      scene,
      madeOf: ({ permission, latencyMs, failing, error }) => [permission, latencyMs, failing, error],
      world: (args) => {
        const admin = backendOf(args, backend);
        prepare?.(admin);
        return admin;
      },
    });
}
