// Defines the tag <attune-chat>; importing element.js gives the class alone.

// Named here so that all are asked for at once, not one after the other down the chain.
import './view.js';
import './talk.js';
import './connection.js';
import './line-news.js';
import './protocol.js';
import './conversation.js';
import './outbox.js';
import './pace.js';
import './log.js';
import './picture-and-link.js';
import './answer-area.js';
import './choices.js';
import './scale.js';
import './moving.js';
import './breath.js';
import './field.js';
import './status.js';
import './nodes.js';
import { AttuneChat } from './element.js';

if (!customElements.get('attune-chat')) customElements.define('attune-chat', AttuneChat);
