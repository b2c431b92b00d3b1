import { createHash } from 'node:crypto';
import { SubjectAlternativeNameExtension, X509CertificateGenerator } from '@peculiar/x509';

/** A certificate that nobody vouches for, made anew at each start: no key lies in the repository. */
export interface Certificate {
  /** PEM texts. The key is for the server alone. */
  readonly certificate: string;
  readonly key: string;
  /**
   * SHA-256 of the public key in base64: Chromium's switch `ignore-certificate-errors-spki-list` takes it, and then
   * lets this one certificate pass and no other.
   */
  readonly publicKeyHash: string;
}

const day = 86_400_000;

/** Makes a certificate for 127.0.0.1 and for the host that the SDK has built in. Takes some milliseconds. */
export async function createCertificate(): Promise<Certificate> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=video.telnyx.com',
    keys,
    notBefore: new Date(Date.now() - day),
    notAfter: new Date(Date.now() + 30 * day),
    signingAlgorithm: algorithm,
    extensions: [
      new SubjectAlternativeNameExtension([
        { type: 'dns', value: 'video.telnyx.com' },
        { type: 'ip', value: '127.0.0.1' },
      ]),
    ],
  });
  const privateKey = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
  const publicKey = Buffer.from(await crypto.subtle.exportKey('spki', keys.publicKey));
  return {
    certificate: certificate.toString('pem'),
    key: `-----BEGIN PRIVATE KEY-----\n${privateKey}\n-----END PRIVATE KEY-----\n`,
    publicKeyHash: createHash('sha256').update(publicKey).digest('base64'),
  };
}
