/** Entry of `/widget.js`: registers `<fundstelle-chat>` and nothing else. */

export { ChatElement } from './elements/chat.ts'
