// What the room did, for a file that the facilitator may keep: states, totals of votes, remarks.
// Nothing of a person.

import { Workshop } from "./data";

export interface Line {
  after: number; // seconds from the start
  what: "toestand" | "stemmen" | "opmerking" | "canvas";
  text: string;
}

export interface RecordFile {
  schema: "opschaling-verslag/1";
  fingerprint: string;
  title: string;
  lines: Line[];
}

export class Record {
  private readonly started = Date.now();
  readonly lines: Line[] = [];

  constructor(private readonly workshop: Workshop) {}

  note(what: Line["what"], text: string): void {
    this.lines.push({ after: Math.round((Date.now() - this.started) / 1000), what, text });
  }

  file(): RecordFile {
    return {
      schema: "opschaling-verslag/1",
      fingerprint: this.workshop.fingerprint,
      title: this.workshop.title,
      lines: this.lines,
    };
  }
}

/** The lines of a record of this very page; nothing when the text is something else. */
export function readRecord(workshop: Workshop, text: string): Line[] | undefined {
  try {
    const file = JSON.parse(text) as RecordFile;
    const fits =
      file.schema === "opschaling-verslag/1" && file.fingerprint === workshop.fingerprint;
    return fits && Array.isArray(file.lines) ? file.lines : undefined;
  } catch {
    return undefined;
  }
}
