// A call and nothing else: the SDK as its guide uses it. The benchmark calls `enterCall` from outside.
globalThis.enterCall = async ({ roomId, token, name }) => {
  const show = (id, track) => {
    document.getElementById(id).srcObject = new MediaStream([track]);
  };
  const own = await navigator.mediaDevices.getUserMedia({
    audio: true,
    video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } },
  });
  const [audio] = own.getAudioTracks();
  const [video] = own.getVideoTracks();
  show('own', video);
  const room = await TelnyxVideo.initialize({
    roomId,
    clientToken: token,
    context: JSON.stringify({ username: name }),
    logLevel: 'ERROR',
    enableMessages: true,
  });
  const subscribe = (participantId, key) => {
    if (participantId !== room.getLocalParticipant().id && key !== 'audiobridge') {
      void room.addSubscription(participantId, key, { audio: false, video: true });
    }
  };
  room.on('connected', (state) => {
    for (const { participantId, key } of state.streams.values()) {
      subscribe(participantId, key);
    }
  });
  room.on('stream_published', subscribe);
  room.on('subscription_started', (participantId, key) => {
    const { videoTrack } = room.getParticipantStream(participantId, key);
    if (videoTrack !== undefined) {
      show('other', videoTrack);
    }
  });
  await room.connect();
  const mix = new Audio();
  mix.srcObject = new MediaStream([room.getState().mixedAudioTrack]);
  void mix.play();
  await room.addStream('self', { audio, video });
};
