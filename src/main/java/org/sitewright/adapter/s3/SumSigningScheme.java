package org.sitewright.adapter.s3;

import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.scheme.AwsV4AuthScheme;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignRequest;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignedRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.IdentityProviders;

/// Signature version 4 that reads a body only once. Over `http` the signer of the library reads all of a body before it
/// is sent, to sign its SHA-256, and the host has to hold all of it before it can believe the signature. A request that
/// brings that sum as `x-amz-checksum-sha256` has it signed already, as every header is, and the host checks it while
/// the body comes in; so its body is marked as not signed by itself, as is usual over `https`.
///
/// Only hosts that were seen to refuse a wrong sum get such a header.
final class SumSigningScheme implements AwsV4AuthScheme {
    private static final String SUM = "x-amz-checksum-sha256";
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final AwsV4AuthScheme usual = AwsV4AuthScheme.create();
    private final AwsV4HttpSigner signer = new Signer(usual.signer());

    @Override
    public String schemeId() {
        return usual.schemeId();
    }

    @Override
    public IdentityProvider<AwsCredentialsIdentity> identityProvider(IdentityProviders providers) {
        return usual.identityProvider(providers);
    }

    @Override
    public AwsV4HttpSigner signer() {
        return signer;
    }

    private record Signer(AwsV4HttpSigner usual) implements AwsV4HttpSigner {
        @Override
        public SignedRequest sign(SignRequest<? extends AwsCredentialsIdentity> request) {
            if (!bringsItsSum(request.request())) {
                return usual.sign(request);
            }
            SignedRequest signed = usual.sign(as("https", request));
            return signed.copy(copy -> copy.request(withProtocol("http", signed.request())));
        }

        @Override
        public CompletableFuture<AsyncSignedRequest> signAsync(
                AsyncSignRequest<? extends AwsCredentialsIdentity> request) {
            return usual.signAsync(request);
        }

        /// The name of the host is signed with its port only where the port is not the usual one of the protocol.
        private static boolean bringsItsSum(SdkHttpRequest request) {
            return request.protocol().equals("http")
                    && request.port() != HTTP
                    && request.port() != HTTPS
                    && request.firstMatchingHeader(SUM).isPresent();
        }

        private static <T extends AwsCredentialsIdentity> SignRequest<T> as(String protocol, SignRequest<T> request) {
            return request.copy(copy -> copy.request(withProtocol(protocol, request.request())));
        }

        private static SdkHttpRequest withProtocol(String protocol, SdkHttpRequest request) {
            return request.toBuilder().protocol(protocol).build();
        }
    }
}
