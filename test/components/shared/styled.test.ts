import { fixture } from '@open-wc/testing';
import { html, render } from 'lit';
import { expect, it } from 'vitest';
import { styled } from '../../../src/components/shared/index.js';

async function begin() {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  const show = (values: Record<string, string>): HTMLElement => {
    render(html`<p ${styled(values)}></p>`, box);
    return box.querySelector('p') ?? box;
  };
  return { box, show };
}

it('sets styles, changes them and takes them away', async () => {
  const { show } = await begin();
  const element = show({ 'flex-grow': '3', '--_pin': '10px' });
  expect(element.style.flexGrow).toBe('3');
  expect(show({ 'flex-grow': '4', '--_pin': '' })).toBe(element);
  expect(element.style.flexGrow).toBe('4');
  expect(element.style.getPropertyValue('--_pin')).toBe('');
});

it('leaves what others have set, also when it runs again with the same', async () => {
  const { show } = await begin();
  const element = show({ 'flex-grow': '3' });
  element.style.flexGrow = '7';
  element.style.color = 'red';
  show({ 'flex-grow': '3' });
  expect([element.style.flexGrow, element.style.color]).toEqual(['7', 'red']);
});

it('belongs in a tag', async () => {
  const { box } = await begin();
  expect(() => render(html`<p>${styled({ color: 'red' })}</p>`, box)).toThrow('in the tag');
});
