import { formatOf } from '../../core/document/format-of';
import { readDocument } from '../../core/document/read-document';
import { toConnector } from '../../core/document/to-connector';
import type { Connector } from '../../core/model/connector';

/** The connector that a file's text declares; undefined for what declares none. */
export const connectorOfText = (path: string, text: string): Connector | undefined => toConnector(readDocument(text, formatOf(path, text)));
