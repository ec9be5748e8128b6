/** Stands for undici inside @actions/http-client, whose dispatcher this action never asks for. */
export class ProxyAgent {
  constructor() {
    throw new Error('@actions/http-client was asked for an undici dispatcher, which this bundle does not carry');
  }
}
