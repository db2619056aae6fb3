<p>BAD: no escaping</p>
