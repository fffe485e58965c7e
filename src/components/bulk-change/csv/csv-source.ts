import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';

export interface CsvSource {
  /** A file is held over it. */
  readonly isOver: boolean;
  readonly setOver: (isOver: boolean) => void;
  readonly read: (file: Blob, name: string) => void;
}

/** Where a file is chosen or dropped, or rows are pasted. The browser's own field, so that every way of using it works. */
export function csvSource({ isOver, setOver, read }: CsvSource): TemplateResult {
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer?.files ?? [];
    const text = event.dataTransfer?.getData('text/plain') ?? '';
    if (file !== undefined) read(file, file.name);
    else if (text !== '') read(new Blob([text]), msg('Dropped text'));
  };
  const onChoose = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    const [file] = target.files ?? [];
    if (file !== undefined) read(file, file.name);
    // The same file, corrected in the meantime, can be chosen again.
    target.value = '';
  };
  const onText = ({ target }: Event): void => {
    if (target instanceof HTMLTextAreaElement) read(new Blob([target.value]), msg('Pasted rows'));
  };
  return html`<div
    class="source ${isOver ? 'over' : ''}"
    @dragover=${(event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    }}
    @dragleave=${() => setOver(false)}
    @drop=${onDrop}
  >
    <label for="file">${msg('CSV file: choose it, or drop it here')}</label>
    <input
      id="file"
      type="file"
      accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
      @change=${onChoose}
    />
    <p>
      ${msg(
        'One contact in each line, with contact ID, e-mail address or name. User name, security level and formats are taken over if they are there. The file stays in this page.',
      )}
    </p>
    <details>
      <summary>${msg('Paste rows instead')}</summary>
      <textarea
        aria-label=${msg('Rows from a spreadsheet or a CSV file')}
        spellcheck="false"
        @input=${onText}
      ></textarea>
    </details>
  </div>`;
}
