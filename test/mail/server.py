"""server.py FOLDER - a mail server on a loopback port, for tests.

Prints its port. Each message that it takes becomes FOLDER/N.eml, as it came, and
FOLDER/N.txt, as Python's own reader understands it: To, From, Subject, Message-ID,
List-Unsubscribe, an empty line, the text. What it does depends on whom a message is to:

    later@      450 to the envelope         never@      550 to the envelope
    full@       452 to the message          unwanted@   554 to the message
    drop@       takes the message, then ends the connection without a word
    cut@        ends the connection when the message is announced
    slow@       says nothing for 20 seconds

With --password everybody has to log in as åse, with "hemmelig Ø". With --starttls=PEM it offers
TLS, with --tls=PEM it speaks nothing else; PEM is a file with its certificate and key. Whatever is
said to it stands in FOLDER.heard, a command a line, after "tls" or "clear".
"""
import asyncio
import email
import email.policy
import os
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


class Server(SMTP):
    def _hear(self, command):
        tls = self.transport.get_extra_info('ssl_object') is not None
        with open(sys.argv[1] + '.heard', 'a', encoding='utf-8') as f:
            f.write(f'{"tls" if tls else "clear"} {command}\n')

    async def smtp_AUTH(self, arg):
        self._hear('AUTH')
        await super().smtp_AUTH(arg)

    async def smtp_MAIL(self, arg):
        self._hear('MAIL')
        await super().smtp_MAIL(arg)

    async def smtp_RCPT(self, arg):
        self._hear('RCPT')
        await super().smtp_RCPT(arg)

    async def smtp_DATA(self, arg):
        self._hear('DATA')
        who = (self.envelope.rcpt_tos or [''])[0]
        if who.startswith('cut@'):
            self.transport.abort()
            return
        await super().smtp_DATA(arg)


class Handler:
    def __init__(self, folder):
        self.folder, self.count = folder, 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith('later@'):
            return '450 4.2.1 try later'
        if address.startswith('never@'):
            return '550 5.1.1 nobody here'
        if address.startswith('slow@'):
            await asyncio.sleep(20)
        envelope.rcpt_tos.append(address)
        return '250 OK'

    def keep(self, envelope):
        self.count += 1
        name = os.path.join(self.folder, str(self.count))
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        with open(name + '.eml', 'wb') as f:
            f.write(envelope.content)
        with open(name + '.txt', 'w', encoding='utf-8') as f:
            for header in ('To', 'From', 'Subject', 'Message-ID', 'List-Unsubscribe'):
                f.write(f'{header}: {message[header]}\n')
            f.write('\n' + message.get_content().replace('\r\n', '\n'))
            f.write(f'{len(message.defects)} defects\n')

    async def handle_DATA(self, server, session, envelope):
        who = envelope.rcpt_tos[0]
        if who.startswith('full@'):
            return '452 4.3.1 no room'
        if who.startswith('unwanted@'):
            return '554 5.7.1 not wanted'
        self.keep(envelope)
        if who.startswith('drop@'):
            server.transport.abort()
        return '250 OK'


# Asked only where somebody logs in.
def authenticate(server, session, envelope, mechanism, data):
    fits = data.login == 'åse'.encode() and data.password == 'hemmelig Ø'.encode()
    return AuthResult(success=fits, handled=False)


# The context of the option, if it was given.
def tls_of(option):
    for word in sys.argv[2:]:
        if word.startswith(option + '='):
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            context.load_cert_chain(word[len(option) + 1:])
            return context
    return None


async def main():
    handler = Handler(sys.argv[1])
    wants = '--password' in sys.argv
    how = dict(authenticator=authenticate, auth_required=wants, auth_require_tls=False)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: Server(handler, enable_SMTPUTF8=True, hostname='localhost', tls_context=tls_of('--starttls'),
                       **how), '127.0.0.1', 0, ssl=tls_of('--tls'))
    sys.stdout.write(f'{server.sockets[0].getsockname()[1]}\n')
    sys.stdout.flush()
    await server.serve_forever()


asyncio.run(main())
