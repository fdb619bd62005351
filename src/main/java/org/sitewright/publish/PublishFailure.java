package org.sitewright.publish;

/// Why a host did not do what was asked, as a closed choice. Each says what happened, what to do now, and a code to
/// quote. None holds a secret.
public sealed interface PublishFailure {
    String happened();

    String remedy();

    String code();

    /// The host does not accept the keys.
    record Authentication(String happened, String remedy) implements PublishFailure {
        @Override
        public String code() {
            return "SW-PUB-401";
        }
    }

    /// The keys are good but may not do this.
    record Forbidden(String happened, String remedy) implements PublishFailure {
        @Override
        public String code() {
            return "SW-PUB-403";
        }
    }

    /// The bucket or folder does not exist.
    record MissingPlace(String happened, String remedy) implements PublishFailure {
        @Override
        public String code() {
            return "SW-PUB-404";
        }
    }

    /// The release is not kept there any longer, or not whole.
    record MissingRelease(String happened, String remedy) implements PublishFailure {
        @Override
        public String code() {
            return "SW-PUB-410";
        }
    }

    /// Somebody else publishes there, or the place belongs to something else.
    record Conflict(String happened, String remedy) implements PublishFailure {
        @Override
        public String code() {
            return "SW-PUB-409";
        }
    }

    /// No more room, or no more allowed.
    record Quota(String happened, String remedy) implements PublishFailure {
        @Override
        public String code() {
            return "SW-PUB-507";
        }
    }

    /// The host asks to go slower.
    record Busy(String happened, String remedy) implements PublishFailure {
        @Override
        public String code() {
            return "SW-PUB-503";
        }
    }

    /// The host could not be reached, or the connection broke.
    record Network(String happened, String remedy) implements PublishFailure {
        @Override
        public String code() {
            return "SW-PUB-NET";
        }
    }

    /// The clock of this computer is wrong, so the host refuses its signatures.
    record ClockSkew(String happened, String remedy) implements PublishFailure {
        @Override
        public String code() {
            return "SW-PUB-CLOCK";
        }
    }

    /// What arrived is not what was sent.
    record Damaged(String happened, String remedy) implements PublishFailure {
        @Override
        public String code() {
            return "SW-PUB-DAMAGED";
        }
    }

    /// The host shows a key or certificate that is not known, or not the one that is known.
    ///
    /// @param fingerprint of what it shows, in the form that settings keep
    /// @param changed whether another one was trusted before
    record HostKey(String happened, String remedy, String fingerprint, boolean changed) implements PublishFailure {
        @Override
        public String code() {
            return changed ? "SW-PUB-HOSTKEY-CHANGED" : "SW-PUB-HOSTKEY";
        }
    }

    /// The settings of the target cannot be right.
    record Settings(String happened, String remedy) implements PublishFailure {
        @Override
        public String code() {
            return "SW-PUB-SETTINGS";
        }
    }

    /// Anything the host says that is none of these.
    record Unexpected(String happened, String remedy) implements PublishFailure {
        @Override
        public String code() {
            return "SW-PUB-500";
        }
    }
}
